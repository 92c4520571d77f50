/** What the clerk once said that a column of a report means. */
export interface RememberedColumn {
  /** `财决07`; of another table the name of its sheet */
  readonly report: string;
  /** the headings over it, joined by `/` */
  readonly path: string;
  /** `''`: it is not taken */
  readonly meaning: string;
}
