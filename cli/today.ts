/** Days since 1970-01-01, by the clock of this machine: what reviews of templates are overdue by. */
export const today = (): number => Math.floor(Date.now() / 86_400_000);
