/** The trial hub of this computer, as a desk sees it. */
export interface TrialHubHere {
  /** Its origin. */
  readonly address: string;
  /** A one-time link to sit down as its official, in another window. */
  readonly officialAddress: string;
  /** A one-time code for one desk. */
  newEnrolmentCode(): Promise<string>;
}

/** Gives the trial hub when it is up; `undefined` when there is none. */
export type TrialHubSource = () => Promise<TrialHubHere | undefined>;
