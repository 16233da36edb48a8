/** What `init` can be asked to make. */

export const templates = ['sweep', 'train', 'minimal'] as const;
export type Template = (typeof templates)[number];

export const targets = ['local', 'runpod', 'ssh'] as const;
export type Target = (typeof targets)[number];
