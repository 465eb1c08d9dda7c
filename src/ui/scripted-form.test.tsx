import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ScriptedForm } from './scripted-form.tsx'

test('as the server draws it, nothing can be typed into it yet', () => {
  const drawn = renderToString(
    <ScriptedForm>
      <input defaultValue="" />
    </ScriptedForm>,
  )
  expect(drawn).toMatch(/<form aria-busy="true"><fieldset[^>]* disabled=""/)
})
