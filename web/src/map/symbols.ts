import type { Map } from 'maplibre-gl';
import type { MapColors } from './colors';

type Draw = (pen: CanvasRenderingContext2D) => void;

const size = 24;
const sharpness = 3;

/** The shapes that the map and its legend share: their meaning does not hang on colour. */
export const shapes = {
  arrow: 'M12 2 19 21 12 17 5 21z',
  cut: 'M12 3 21 12 12 21 3 12z',
  leftOut: 'M6 6 18 18M18 6 6 18',
} as const;

export function addSymbols(map: Map, colors: MapColors): void {
  add(map, 'arrow', arrow(colors.photo, colors.edge));
  add(map, 'arrow-chosen', arrow(colors.chosen, colors.edge));
  add(map, 'cut', (pen) => {
    pen.lineWidth = 2.5;
    pen.strokeStyle = colors.cut;
    pen.fillStyle = colors.edge;
    const path = new Path2D(shapes.cut);
    pen.fill(path);
    pen.stroke(path);
  });
  add(map, 'left-out', (pen) => {
    pen.lineCap = 'round';
    const path = new Path2D(shapes.leftOut);
    pen.lineWidth = 6;
    pen.strokeStyle = colors.edge;
    pen.stroke(path);
    pen.lineWidth = 3;
    pen.strokeStyle = colors.leftOut;
    pen.stroke(path);
  });
}

const arrow = (fill: string, edge: string): Draw => (pen) => {
  const path = new Path2D(shapes.arrow);
  pen.lineJoin = 'round';
  pen.lineWidth = 3;
  pen.strokeStyle = edge;
  pen.stroke(path);
  pen.fillStyle = fill;
  pen.fill(path);
};

function add(map: Map, name: string, draw: Draw): void {
  const canvas = document.createElement('canvas');
  canvas.width = size * sharpness;
  canvas.height = size * sharpness;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.scale(sharpness, sharpness);
  draw(pen);
  const image = pen.getImageData(0, 0, canvas.width, canvas.height);
  if (map.hasImage(name)) map.removeImage(name);
  map.addImage(name, image, { pixelRatio: sharpness });
}
