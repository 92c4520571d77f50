import type { z } from 'zod';
import { type Profile, profileSchema } from '../../core/profiles/profile.ts';

/** Why a changed profile cannot be kept, as one sentence; `null`: it can. */
export function faultOf(profile: Profile): string | null {
  const checked = profileSchema.safeParse(profile);
  const [issue] = checked.error?.issues ?? [];
  return issue === undefined ? null : `没有存入：${sentenceOf(issue)}。`;
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return `${issue.message}，改正后再存`;
    case 'too_big':
      if (issue.origin === 'string') return `最多 ${issue.maximum} 个字，缩短一些`;
      if (issue.origin === 'array') return `最多 ${issue.maximum} 条，删去几条`;
      return `最大是 ${issue.maximum}`;
    case 'too_small':
      if (issue.origin === 'string') return '这里不能空着';
      if (issue.origin === 'array') return '至少要有一条';
      return `最小是 ${issue.minimum}`;
    default:
      return '内容不合格式，改回原来的写法';
  }
}
