/** A file that is sent with the call, instead of a `file_id`. */
export interface Upload {
  filename: string
  contentType: string
  bytes: Buffer
}

export function isUpload(value: unknown): value is Upload {
  return (
    typeof value === 'object' && value !== null && 'bytes' in value && Buffer.isBuffer(value.bytes)
  )
}
