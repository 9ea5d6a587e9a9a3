// An exercise as the site has it in JSON, and how a prediction is marked.

import { SITE } from "../kit/page/place";

export interface NumberAnswer {
  kind: "number";
  value: number;
  within: number;
  wrong: { value: number; says: string }[];
}

export interface ChoiceAnswer {
  kind: "choice";
  choices: { text: string; right: boolean; says: string }[];
}

export interface Exercise {
  name: string;
  title: string;
  start?: string;
  explanation?: string;
  answer?: NumberAnswer | ChoiceAnswer;
}

export interface Marks {
  passed: boolean;
  says: string;
}

/** Fetch an exercise; a browser keeps it. */
export async function exerciseOf(name: string): Promise<Exercise> {
  const answer = await fetch(new URL(`assets/exercises/${name}.json`, SITE));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return (await answer.json()) as Exercise;
}

/** Mark a number that was typed; the sentences are those of the command. */
export function markNumber(exercise: Exercise, given: string): Marks {
  const answer = exercise.answer as NumberAnswer;
  const text = given.trim().replace("−", "-").replace(",", ".");
  const value = text === "" ? Number.NaN : Number(text);
  if (Number.isNaN(value)) return { passed: false, says: "Give one number, such as 0.25." };
  const near = (other: number): boolean => Math.abs(value - other) <= answer.within;
  if (near(answer.value)) return { passed: true, says: exercise.explanation ?? "" };
  const known = answer.wrong.find((wrong) => near(wrong.value));
  return { passed: false, says: known?.says ?? "Not this number; go through it line by line." };
}

/** Mark an option, by its place. */
export function markChoice(exercise: Exercise, place: number): Marks {
  const chosen = (exercise.answer as ChoiceAnswer).choices[place];
  return { passed: chosen?.right ?? false, says: chosen?.says ?? "Choose one of these." };
}
