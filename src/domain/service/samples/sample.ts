import type { Answers } from '../answers.ts'
import type { SampleContext } from './sample-person.ts'

/** Valid answers of one situation, made up afresh from the random function that it is given. */
export type Sample = (context: SampleContext) => Answers
