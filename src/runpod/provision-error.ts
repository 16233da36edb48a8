/** Why no pod could be had, by the class of failure that a chain can catch. */
export const provisionClasses = ['capacity', 'auth', 'budget', 'usage', 'provision'] as const;
export type ProvisionClass = (typeof provisionClasses)[number];

export class ProvisionError extends Error {
  readonly class: ProvisionClass;
  constructor(failure: ProvisionClass, message: string) {
    super(message);
    this.name = 'ProvisionError';
    this.class = failure;
  }
}
