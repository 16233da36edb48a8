/** What happens to a pod, as it happens. What is told returns when it is on disk. */
export interface PodLog {
  intended(pod: { pod: string; offer: string; price: number; lifetime: number }): void;
  refused(pod: { pod: string; class: string; message: string }): void;
  created(pod: { pod: string; id: string; price: number }): void;
  ready(pod: { pod: string; seconds: number; gpu?: string }): void;
  ended(pod: { pod: string; why: string; proven: boolean; seconds: number; dollars: number }): void;
}
