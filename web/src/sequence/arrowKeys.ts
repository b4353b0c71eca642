/** Whether the arrow keys have a meaning of their own where the focus is. */
export const hasOwnArrows = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=tablist], [role=menu], [role=slider], [role=dialog], .map') !== null;

/** @returns Photos to go on by; undefined for any other key. */
export function stepOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): number | undefined {
  if (altKey || ctrlKey || metaKey || shiftKey) return undefined;
  return { ArrowLeft: -1, ArrowRight: 1 }[key];
}
