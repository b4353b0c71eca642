export const mostTags = 15;

/** The program's own rule: 1 to 30 letters, digits and hyphens. */
export const isTag = (tag: string): boolean => /^[\p{L}\p{Nd}-]{1,30}$/u.test(tag);
