// What `npm run dev` begins again after each change: the texts are compiled, then it is the demo.
import './generate-locales.ts'

await import('../demo/main.ts')
