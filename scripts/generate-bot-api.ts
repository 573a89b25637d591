import { writeFileSync } from 'node:fs'

import ts from 'typescript'

import type { BotApi, Field, TypeShape } from '../sandbox/api/bot-api.ts'

/**
 * Reads the Bot API's description out of the types of @gramio/types: the parameters of every
 * method, what it returns, and the objects both reach, as sandbox/api/generated.json.
 */
const entry = new URL('../node_modules/@gramio/types/out/methods.d.ts', import.meta.url).pathname
const program = ts.createProgram([entry], {
  strict: true,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
})
const checker = program.getTypeChecker()
const api: BotApi = { methods: {}, returns: {}, objects: {} }

const source = program.getSourceFile(entry)
if (source === undefined) throw new Error('The types of the Bot API are missing: run npm install.')
const methods = checker
  .getExportsOfModule(checker.getSymbolAtLocation(source) ?? raise('no module'))
  .find(({ name }) => name === 'APIMethods')
for (const method of checker
  .getDeclaredTypeOfSymbol(methods ?? raise('no methods'))
  .getProperties()) {
  const [call] = checker.getTypeOfSymbol(method).getCallSignatures()
  const params = call?.getParameters()[0]
  const type = params && checker.getNonNullableType(checker.getTypeOfSymbol(params))
  api.methods[method.name] = type === undefined ? {} : fieldsOf(type)
  const returned = checker.getAwaitedType((call ?? raise('no call')).getReturnType())
  api.returns[method.name] = shapeOf(returned ?? raise('no result'))
}
writeFileSync(
  new URL('../sandbox/api/generated.json', import.meta.url),
  `${JSON.stringify(api, null, 1)}\n`,
)

function fieldsOf(type: ts.Type): Record<string, Field> {
  return Object.fromEntries(
    type.getProperties().map((property) => {
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0
      const declared = checker.getNonNullableType(checker.getTypeOfSymbol(property))
      return [property.name, { required: !optional, type: shapeOf(declared) }]
    }),
  )
}

function shapeOf(type: ts.Type): TypeShape {
  if (type.isUnion() && (type.flags & ts.TypeFlags.Boolean) === 0) {
    const parts = type.types.map(shapeOf)
    const unique = [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()]
    return unique.length === 1 ? (unique[0] ?? raise('no type')) : { any: unique }
  }
  if (type.isLiteral()) return { literal: type.value as string | number }
  if ((type.flags & ts.TypeFlags.String) !== 0) return 'string'
  if ((type.flags & ts.TypeFlags.Number) !== 0) return 'number'
  if ((type.flags & ts.TypeFlags.Boolean) !== 0) return 'boolean'
  if ((type.flags & ts.TypeFlags.BooleanLiteral) !== 0) {
    return { literal: checker.typeToString(type) === 'true' }
  }
  if (checker.isArrayType(type)) {
    return {
      list: shapeOf(checker.getTypeArguments(type as ts.TypeReference)[0] ?? raise('no item')),
    }
  }
  const name = (type.aliasSymbol ?? type.getSymbol())?.name ?? ''
  if (name === 'Blob') return 'file'
  if (!name.startsWith('Telegram')) return builtShape(type)
  if (api.objects[name] === undefined) {
    // Known before its fields are read, because objects reach themselves.
    api.objects[name] = {}
    api.objects[name] = fieldsOf(type)
  }
  return { object: name }
}

/** These types let a value be built by an object: `{ toString(): string }`, `{ toJSON(): X }`. */
function builtShape(type: ts.Type): TypeShape {
  const toJson = type.getProperty('toJSON')
  const call = toJson && checker.getTypeOfSymbol(toJson).getCallSignatures()[0]
  return call === undefined ? 'string' : shapeOf(call.getReturnType())
}

function raise(what: string): never {
  throw new Error(`The types of the Bot API are not as expected: ${what}.`)
}
