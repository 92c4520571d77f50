const ZOOMS = [0.75, 0.85, 1, 1.15, 1.3, 1.5, 2];

/** The next larger or smaller of the zooms that are offered; 0 leads back to 100 %. */
export function nextZoom(zoom: number, by: -1 | 0 | 1): number {
  if (by === 0) return 1;
  const further = by > 0 ? ZOOMS.find((each) => each > zoom) : ZOOMS.findLast((each) => each < zoom);
  return further ?? zoom;
}
