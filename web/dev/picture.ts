/** A drawing in place of a photo: a street that changes a little with each. */
export function picture(id: number, isSmall: boolean): string {
  const number = id % 1_000_000;
  const isSphere = Math.floor(id / 1_000_000) === 2;
  const [width, height] = isSphere ? [1024, 512] : [1024, 768];
  const hue = 200 + (number % 40);
  const houses = Array.from({ length: 12 }, (_, index) => {
    const tall = 60 + ((index * 53 + number * 3) % 130);
    return `<rect x="${index * (width / 12)}" y="${height * 0.55 - tall}" width="${width / 12 - 6}" height="${tall}" fill="hsl(${20 + index * 9} 32% ${52 + (index % 4) * 6}%)"/>`;
  }).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${isSmall ? 160 : width}" height="${isSmall ? 120 : height}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMid slice">
    <rect width="${width}" height="${height}" fill="hsl(${hue} 55% 78%)"/>${houses}
    <rect y="${height * 0.55}" width="${width}" height="${height * 0.45}" fill="#8d8f8a"/>
    <path d="M${width * 0.47} ${height * 0.55} ${width * 0.3} ${height} H${width * 0.7} L${width * 0.53} ${height * 0.55}z" fill="#6d6f6c"/>
    <text x="24" y="${height - 28}" font-family="sans-serif" font-size="34" fill="#fff">${number + 1}</text></svg>`;
}
