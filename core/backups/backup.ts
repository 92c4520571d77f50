/**
 * Why a copy of a book was made: timed 定时 while it was worked on · closing 关闭时 · manual 手工 · migration 升级前 ·
 * restore 恢复前, the book that a restored copy took the place of · damaged 损坏的账簿, kept when a good copy took its place.
 */
export const BACKUP_KINDS = ['timed', 'closing', 'manual', 'migration', 'restore', 'damaged'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

export const BACKUP_KIND_NAMES: Readonly<Record<BackupKind, string>> = {
  timed: '定时',
  closing: '关闭时',
  manual: '手工',
  migration: '升级前',
  restore: '恢复前',
  damaged: '损坏的账簿',
};
