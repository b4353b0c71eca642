export interface MapColors {
  ground: string;
  grid: string;
  track: string;
  photo: string;
  edge: string;
  chosen: string;
  cut: string;
  leftOut: string;
  before: string;
}

const light: MapColors = {
  ground: '#eef3f0', grid: '#d9e3de', track: '#2b7d6e', photo: '#1f6659', edge: '#ffffff', chosen: '#d9480f', cut: '#85560a', leftOut: '#a8271e', before: '#66736f',
};

const dark: MapColors = {
  ground: '#161c1b', grid: '#26302e', track: '#62ae9f', photo: '#88c1b5', edge: '#10201c', chosen: '#ff9a57', cut: '#ecc373', leftOut: '#f3a29b', before: '#93a09c',
};

/** @param isDark Of the map's ground; online base maps are light. */
export const mapColors = (isDark: boolean): MapColors => (isDark ? dark : light);
