import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod'
import { overview } from '../../app/overview.ts'
import { answers, Overview } from '../schemas.ts'
import { lookUpSources } from '../sources.ts'
import type { Sources } from '../sources.ts'
import { overviewAnswer } from '../views.ts'

export function overviewRoutes(sources: Sources): FastifyPluginCallbackZod {
  return (app, _options, done) => {
    app.get(
      '/overview',
      { schema: { tags: ['overview'], summary: 'Key figures', response: answers(Overview) } },
      async () => {
        const at = lookUpSources(sources)
        return overviewAnswer(await overview(sources.store, at), at.now)
      },
    )
    done()
  }
}
