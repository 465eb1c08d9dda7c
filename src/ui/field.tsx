import { CircleAlert } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { cloneElement, useId } from 'react'

type Control = { id?: string; 'aria-describedby'?: string | undefined; 'aria-invalid'?: true | undefined }

type FieldProps = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** Shown between label and field, with an icon, once the person has left the field. */
  readonly error?: ReactNode
  readonly children: ReactElement<Control>
}

/** Label above, hint under the label, error between label and field. The one child is the control. */
export function Field({ label, hint, error, children }: FieldProps) {
  const own = useId()
  const id = children.props.id ?? own
  const bad = error !== undefined && error !== null && error !== false && error !== ''
  const described = [bad ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ')
  return (
    <div className={bad ? 'field bad' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {bad ? (
        <span className="err" id={`${id}-error`} role="alert">
          <CircleAlert className="ic" aria-hidden /> {error}
        </span>
      ) : null}
      {cloneElement(children, {
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': bad || undefined,
      })}
    </div>
  )
}
