export interface View {
  /** 1 fits the frame. */
  scale: number;
  /** Pixels from the middle. */
  x: number;
  y: number;
}

export const fitted: View = { scale: 1, x: 0, y: 0 };

const largest = 12;

/** Larger or smaller around a point of the frame, given in pixels from its middle: what is there stays there. */
export function zoomed(view: View, factor: number, x = 0, y = 0): View {
  const scale = Math.min(largest, Math.max(1, view.scale * factor));
  if (scale === 1) return fitted;
  const change = scale / view.scale;
  return { scale, x: x - (x - view.x) * change, y: y - (y - view.y) * change };
}

/** Moved by so many pixels, but never out of the frame of the given size. */
export function moved(view: View, x: number, y: number, width: number, height: number): View {
  const most = (size: number): number => (size * (view.scale - 1)) / 2;
  const within = (value: number, limit: number): number => Math.min(limit, Math.max(-limit, value));
  return { ...view, x: within(view.x + x, most(width)), y: within(view.y + y, most(height)) };
}
