import type { SettingKey, SettingValue } from '#domain/setting/house-settings.ts'
import { SETTING } from '#domain/setting/house-settings.ts'
import { wholeNumber } from '#i18n/format.ts'
import { useLocale, useT, useText } from '#i18n/messages-provider.tsx'

/** `30 hari kalender`, `Ya`, or what zero says. */
export function useSettingWords(): (key: SettingKey, value: SettingValue) => string {
  const t = useT('setting')
  const text = useText()
  const locale = useLocale()
  return (key, value) => {
    const { bounds, zero } = SETTING[key]
    if (typeof value === 'boolean' || !bounds) return value ? t('yes') : t('no')
    if (value === 0 && zero) return text(zero)
    return `${wholeNumber(value, locale)} ${text(bounds.unit)}`
  }
}
