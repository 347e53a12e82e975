/**
 * The address of a ticket in QuestionPro.
 *
 * @param template as whoever runs Loopdesk has given it, with `{id}` and `{workspace}`; null for none
 * @returns null without a template
 */
export function sourceLink(template: string | null, workspace: string, id: number): string | null {
  if (template === null) return null;
  return template.replaceAll('{id}', String(id)).replaceAll('{workspace}', encodeURIComponent(workspace));
}
