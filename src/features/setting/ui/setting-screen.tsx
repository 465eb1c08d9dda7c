'use client'
import { useState } from 'react'
import type { SettingKey, SettingValue } from '#domain/setting/house-settings.ts'
import { SETTING, SETTING_GROUPS } from '#domain/setting/house-settings.ts'
import { api } from '#client/trpc.ts'
import { dateInWit } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'
import { Button } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import { SettingForm } from './setting-form.tsx'
import { useSettingWords } from './setting-words.ts'
import './setting.css'

type Settings = Awaited<ReturnType<typeof api.setting.list.query>>
type Setting = Settings[number]
type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly why: string } }

/** What the Dinas sets for itself: each with what it changes, what holds, since when and by whom, and what is to come. */
export function SettingScreen({ first }: { readonly first: Settings }) {
  const t = useT('setting')
  const [settings, setSettings] = useState(first)
  const [open, setOpen] = useState<SettingKey>()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<{ readonly key: SettingKey; readonly words: string }>()

  async function send(key: SettingKey, act: () => Promise<Answer>): Promise<void> {
    setBusy(true)
    setTrouble(undefined)
    try {
      const answer = await act()
      if (answer.ok) {
        setOpen(undefined)
        setSettings(await api.setting.list.query())
      } else setTrouble({ key, words: t(`refusal.${answer.refusal.why}`) })
    } catch {
      setTrouble({ key, words: t('unreachable') })
    } finally {
      setBusy(false)
    }
  }
  return (
    <main className="settings">
      <header>
        <h1 className="title">{t('title')}</h1>
        <p className="second">{t('about')}</p>
      </header>
      {SETTING_GROUPS.map((group) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{t(`group.${group}`)}</h2>
          <ul>
            {settings
              .filter(({ key }) => SETTING[key].group === group)
              .map((setting) => (
                <li key={setting.key}>
                  <OneSetting
                    setting={setting}
                    open={open === setting.key}
                    onOpen={() => setOpen(setting.key)}
                    onWithdraw={(validFrom) =>
                      void send(setting.key, () =>
                        api.setting.withdraw.mutate({ key: setting.key, validFrom }),
                      )
                    }
                  />
                  {trouble?.key === setting.key ? (
                    <Note tone="danger" role="alert">
                      {trouble.words}
                    </Note>
                  ) : null}
                  {open === setting.key ? (
                    <SettingForm
                      setting={setting}
                      busy={busy}
                      onSend={(value, from) =>
                        void send(setting.key, () =>
                          api.setting.set.mutate({ key: setting.key, value, from }),
                        )
                      }
                      onCancel={() => {
                        setOpen(undefined)
                        setTrouble(undefined)
                      }}
                    />
                  ) : null}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </main>
  )
}

type OneProps = {
  readonly setting: Setting
  readonly open: boolean
  readonly onOpen: () => void
  readonly onWithdraw: (validFrom: number) => void
}

function OneSetting({ setting, open, onOpen, onWithdraw }: OneProps) {
  const t = useT('setting')
  const text = useText()
  const locale = useLocale()
  const words = useSettingWords()
  const { key, value, since, coming, earlier } = setting
  const { label, changes } = SETTING[key]
  const of = (one: { readonly value: SettingValue }) => words(key, one.value)
  return (
    <div className="setting">
      <h3>{text(label)}</h3>
      <p className="setting-value">{words(key, value)}</p>
      {open ? null : (
        <Button small aria-label={t('changeOf', { label: text(label) })} onClick={onOpen}>
          {t('change')}
        </Button>
      )}
      <p className="second">{text(changes)}</p>
      <p className="setting-since">
        {since
          ? t('since', { date: dateInWit(since.validFrom, locale), name: since.byName })
          : t('asInstalled')}
      </p>
      {coming.map((one) => (
        <p key={one.validFrom} className="setting-coming">
          <b>{t('coming', { date: dateInWit(one.validFrom, locale), value: of(one) })}</b> {one.byName}{' '}
          <Button small variant="quiet" onClick={() => onWithdraw(one.validFrom)}>
            {t('withdraw')}
          </Button>
        </p>
      ))}
      {earlier.length > 0 ? (
        <details>
          <summary>{t('earlier', { n: earlier.length })}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.validFrom}>
                {of(one)}, {t('since', { date: dateInWit(one.validFrom, locale), name: one.byName })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}
