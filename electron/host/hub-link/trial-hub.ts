/** A hub on this computer for trying things out: no official of INPS answers there. Whoever starts the desk brings it. */
export interface TrialHub {
  /** Its origin. */
  readonly address: string;
  /** Where somebody can sit down as its official, in another window. */
  readonly officialAddress: string;
  /** A one-time code for one desk. */
  newEnrolmentCode(deskName: string): string | Promise<string>;
}

/** Gives the trial hub when it is up; `undefined` when there is none. */
export type TrialHubSource = () => Promise<TrialHub | undefined>;
