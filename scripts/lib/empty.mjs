// Stands for `server-only` outside Next, where there is no browser bundle to guard.
export {};
