import { useNotices } from '../chat/notices.tsx'

/** Tells in a pane what was refused. */
export function useTrouble() {
  const { notices, element } = useNotices()
  const tell = (done: Promise<{ ok: true } | { ok: false; error: string }>) => {
    void done.then((answer) => {
      if (!answer.ok) notices.toast(answer.error)
    })
  }
  return { tell, trouble: element }
}
