/** A hub on this computer for trying things out, as whoever embeds it holds it: no official of INPS answers there. */
export interface TrialHub {
  /** Its origin. */
  readonly address: string;
  /** A one-time link with which somebody sits down as its official, in another window. */
  invite(): Promise<string>;
  /** A one-time code for one desk. */
  newEnrolmentCode(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Starts a trial hub on a loopback address: the one it had before, if that is free.
 * @param folder of its state, made if need be
 * @param pages folder of the built pages
 */
export type StartTrialHub = (options: { readonly folder: string; readonly pages: string }) => Promise<TrialHub>;
