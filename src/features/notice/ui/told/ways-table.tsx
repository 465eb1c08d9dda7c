'use client'
import type { Choices, Way } from '#domain/notice/choices.ts'
import { WAYS } from '#domain/notice/choices.ts'
import type { Topic } from '#domain/notice/topic.ts'
import { TOPIC_LABEL, TOPICS } from '#domain/notice/topic.ts'
import { useT, useText } from '#i18n/messages-provider.tsx'

type WaysTableProps = {
  readonly own: {
    readonly choices: Choices
    readonly mail: { readonly offered: boolean; readonly address: string | null }
    readonly push: { readonly browsers: readonly string[] }
  }
  readonly onChange: (choices: Choices) => void
}

/** One row per kind, one column per way. What has nothing to go to yet says so under its name. */
export function WaysTable({ own: { choices, mail, push }, onChange }: WaysTableProps) {
  const t = useT('told')
  const text = useText()
  const why: { readonly [way in Way]?: string | undefined } = {
    mail: !mail.offered ? t('mail.notSetUp') : mail.address === null ? t('mail.none') : undefined,
    push: push.browsers.length === 0 ? t('push.none') : undefined,
  }
  const set = (topic: Topic, way: Way, on: boolean) =>
    onChange({ ...choices, ways: { ...choices.ways, [topic]: { ...choices.ways[topic], [way]: on } } })
  return (
    <table className="told-ways">
      <caption className="vh">{t('ways')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('kind')}</th>
          {WAYS.map((way) => (
            <th scope="col" key={way}>
              {t(`way.${way}`)}
              {why[way] ? <small>{why[way]}</small> : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {TOPICS.map((topic) => (
          <tr key={topic}>
            <th scope="row">{text(TOPIC_LABEL[topic])}</th>
            {WAYS.map((way) => (
              <td key={way}>
                {topic === 'risk' && way === 'app' ? (
                  <span title={t('alwaysWhy')}>{t('always')}</span>
                ) : (
                  <label className="told-box">
                    <input
                      type="checkbox"
                      checked={choices.ways[topic][way]}
                      aria-label={`${text(TOPIC_LABEL[topic])}: ${t(`way.${way}`)}`}
                      onChange={({ target }) => set(topic, way, target.checked)}
                    />
                  </label>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
