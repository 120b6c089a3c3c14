// Lets the process apart run from the sources, as the tests do, so that no test ever meets an outdated build.
import { register } from 'node:module'

const hooks = `
  import { readFileSync } from 'node:fs'
  import ts from '${import.meta.resolve('typescript')}'
  export async function load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context)
    const { outputText } = ts.transpileModule(readFileSync(new URL(url), 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true },
    })
    return { format: 'module', source: outputText, shortCircuit: true }
  }`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
