import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod'
import * as z from 'zod'
import { findBlocks, shownBlock, WITH_COMPLAINTS } from '../../app/find-blocks.ts'
import { CHANNEL_NAMES } from '../../model/channel.ts'
import type { ChannelName } from '../../model/channel.ts'
import { IntelError } from '../../model/failures.ts'
import { numberFromDigits } from '../../model/phone-number.ts'
import { blockJson, shownBlockJson } from '../../render/blocks.ts'
import { BlockAnswer, Blocks } from '../block-schemas.ts'
import { answers } from '../schemas.ts'
import type { Sources } from '../sources.ts'

const Asked = z.object({
  width: z.coerce
    .number()
    .pipe(z.union([z.literal(10), z.literal(100), z.literal(1_000), z.literal(10_000)]))
    .default(1_000),
  channel: z.enum(CHANNEL_NAMES).optional().describe('Only what this channel saw counts; else what proves'),
  complaints: z.stringbool().default(false).describe('Complaints count, too; they carry spoofed innocents'),
})
const Page = Asked.extend({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
  min: z.coerce.number().int().min(2).default(3).describe('Fewest numbers of a block that is told'),
  provider: z.string().max(100).optional().describe('Only those with this in the name of their provider'),
  region: z.string().length(2).toUpperCase().optional().describe('Only those of this region'),
})

/** E.164 has 15 digits at most, and a prefix of fewer than three is no block of any country. */
const Prefix = z.object({
  prefix: z
    .string()
    .regex(/^\+?[1-9]\d{2,13}$/)
    .describe('The digits that the numbers share, without the open ones'),
})

/** Blocks that numbers were handed out from. */
export function blockRoutes({ store, reference }: Sources): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    const tags = ['rings and blocks']
    app.get(
      '/blocks',
      {
        schema: { tags, summary: 'Blocks with more numbers than chance', querystring: Page, response: answers(Blocks) },
      },
      async ({ query: { offset, limit, width, min, provider = null, region = null, ...asked } }) => {
        const blocks = await findBlocks(store, reference, { width, min, provider, region, channels: channelsOf(asked) })
        const page = blocks.slice(offset, offset + limit).map(blockJson)
        return { total: blocks.length, offset, limit, blocks: page } as z.infer<typeof Blocks>
      },
    )
    app.get(
      '/blocks/:prefix',
      {
        schema: {
          tags,
          summary: 'One block: each of its seen numbers, its runs, its batches and its order',
          params: Prefix,
          querystring: Asked,
          response: answers(BlockAnswer),
        },
      },
      async ({ params: { prefix }, query: { width, ...asked } }) => {
        const digits = Number(prefix.replace('+', '')) * width
        // Longer than any number, so nobody can have seen one.
        if (digits >= 1e15) throw new IntelError('bad_input', `${prefix} with ${width} numbers is longer than a number`)
        const number = numberFromDigits(digits)
        const found = await shownBlock(store, reference, { number, width, channels: channelsOf(asked) })
        if (!found) throw new IntelError('not_found', `no number of the block ${prefix} was seen`)
        return shownBlockJson(found) as z.infer<typeof BlockAnswer>
      },
    )
    done()
  }
}

function channelsOf({ channel, complaints }: { channel?: ChannelName | undefined; complaints: boolean }) {
  if (channel) return [channel]
  return complaints ? WITH_COMPLAINTS : null
}
