const key = 'last-clerk';

/** The account that last signed in on this computer (an id, no name), to be proposed at the next sign-in. */
export const lastClerk = (): string | undefined => localStorage.getItem(key) ?? undefined;
export const rememberClerk = (clerkId: string): void => localStorage.setItem(key, clerkId);
