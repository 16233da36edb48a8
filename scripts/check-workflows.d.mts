/** What tests see of `check-workflows.mjs`. */
export interface Problem {
  readonly path: string;
  /** From 1, like `column`. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export declare function checkWorkflow(request: { path: string; text: string; root: string }): Problem[];
/** Relative to `from`. */
export declare function shippedWorkflows(from: string): string[];
/** Relative to `from`. */
export declare function shippedActions(from: string): string[];
