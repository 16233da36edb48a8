/** A run on disk that cannot be used as it is: damaged, in use, or of another version. The message is for a person. */
export class RunError extends Error {}
