import {
  type CheckedDocument,
  checkedDocument,
  soundDocument,
} from '../document/checkedDocument.js';
import type { JointChecklist } from './checklist.js';
import { checkChecklist, checkScene, checkStandard } from './checkScene.js';
import type { Scene } from './scene.js';
import { checklistSchema, sceneSchema, standardSchema } from './sceneSchemas.js';
import type { DepartmentStandard } from './standard.js';

/**
 * A department's standard out of plain data.
 *
 * @throws `bad-document` with every issue, see `checkStandard`
 */
export function parseStandard(value: unknown): DepartmentStandard {
  return soundDocument(safeParseStandard(value));
}

/** The same with what is wrong returned; a good document may still carry warnings. */
export function safeParseStandard(value: unknown): CheckedDocument<DepartmentStandard> {
  return checkedDocument(standardSchema, checkStandard, value);
}

/**
 * A scene out of plain data.
 *
 * @throws `bad-document` with every issue, see `checkScene`
 */
export function parseScene(value: unknown): Scene {
  return soundDocument(safeParseScene(value));
}

/** The same with what is wrong returned. */
export function safeParseScene(value: unknown): CheckedDocument<Scene> {
  return checkedDocument(sceneSchema, checkScene, value);
}

/**
 * A joint checklist out of plain data, such as the one that was published.
 *
 * @throws `bad-document` with every issue, see `checkChecklist`
 */
export function parseChecklist(value: unknown): JointChecklist {
  return soundDocument(safeParseChecklist(value));
}

/** The same with what is wrong returned. */
export function safeParseChecklist(value: unknown): CheckedDocument<JointChecklist> {
  return checkedDocument(checklistSchema, checkChecklist, value);
}
