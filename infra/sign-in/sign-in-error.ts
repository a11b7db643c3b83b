/** Why there is no token, and what to do; `exitCode` is what the program ends with. */
export class SignInError extends Error {
  override name = 'SignInError';
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** As shells count an end by SIGINT. */
const INTERRUPTED = 130;

/** The person ended the program. */
export const interrupted = (): SignInError =>
  new SignInError('Interrupted: nobody has been signed in.', INTERRUPTED);
