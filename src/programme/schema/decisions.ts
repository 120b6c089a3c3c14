/** The shape of decisions.yaml. */
import { z } from 'zod'
import { asText, code, day, keys, list, text, wanted } from './shapes.ts'

/** Words that say something: blanks alone do not. */
const said = z.preprocess(asText, z.string(wanted('text')).trim().min(1, wanted('text')))
/** That it has 64 digits is held by `decisions.ts`, which has the sentence. */
const sha256 = z
  .preprocess(asText, z.string(wanted('code')).regex(/^[^\s;,]+$/, wanted('code')))
  .meta({ pattern: '^[0-9A-Fa-f]{64}$' })
const decided = { why: said, by: said }

/** As files are called in the period's folder: NFC, `/` between parts. Windows prints SHA-256 in capitals. */
const named = (file: string, fingerprint: string) => ({
  file: file.normalize('NFC').replaceAll('\\', '/').replace(/^\.\//, ''),
  sha256: fingerprint.toLowerCase(),
})

/** decisions.yaml, an entry for each verb; what comes out is a `Decision`. */
export const decisionSchemas = {
  exclude: keys({ exclude: text, sha256, ...decided })
    .transform((raw) => ({
      verb: 'exclude' as const,
      ...named(raw.exclude, raw.sha256),
      why: raw.why,
      by: raw.by,
    }))
    .meta({ id: 'Exclude', description: 'Bỏ một tệp, không tính' }),
  prefer: keys({ prefer: text, sha256, ...decided })
    .transform((raw) => ({
      verb: 'prefer' as const,
      ...named(raw.prefer, raw.sha256),
      why: raw.why,
      by: raw.by,
    }))
    .meta({ id: 'Prefer', description: 'Chọn một trong nhiều tệp của một đơn vị' }),
  waive: keys({ waive: code, unit: code, ...decided })
    .transform(({ waive: rule, ...rest }) => ({ verb: 'waive' as const, rule, ...rest }))
    .meta({ id: 'Waive', description: 'Bỏ qua một quy tắc đối với một đơn vị' }),
  adopt: keys({ adopt: code, unit: code, ...decided })
    .transform(({ adopt: indicator, ...rest }) => ({ verb: 'adopt' as const, indicator, ...rest }))
    .meta({ id: 'Adopt', description: 'Lấy số đối chiếu thay cho số chính chưa có' }),
  received: keys({ received: day, reporter: code, ...decided })
    .transform(({ received, ...rest }) => ({ verb: 'received' as const, day: received, ...rest }))
    .meta({ id: 'Received', description: 'Ngày nhận báo cáo, thay cho ngày ghi trên biểu' }),
  'accept-late': keys({ 'accept-late': code, ...decided })
    .transform(({ 'accept-late': reporter, ...rest }) => ({
      verb: 'accept-late' as const,
      reporter,
      ...rest,
    }))
    .meta({ id: 'AcceptLate', description: 'Chấp nhận nộp chậm' }),
}

/** JSON Schema of decisions.yaml: `templates/decisions.schema.json`. */
export function decisionsJsonSchema(): object {
  const decisions = list(z.union(Object.values(decisionSchemas))).meta({
    description: 'decisions.yaml: quyết định về các tệp và số liệu của một kỳ báo cáo',
  })
  return z.toJSONSchema(decisions, { io: 'input' })
}
