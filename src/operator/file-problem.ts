/** What the system says of a file, for whoever named it. https://nodejs.org/api/errors.html#common-system-errors */
const said: Record<string, string> = {
  EACCES: 'this user may not',
  EDQUOT: 'the disk is full',
  EFBIG: 'a file may not become so large',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is no folder',
  EPERM: 'this user may not',
  EROFS: 'the disk is read-only',
}

/** @param code of the system, as ENOSPC */
export function fileProblem(code: string): string {
  return said[code] ?? code
}
