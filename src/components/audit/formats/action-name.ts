/** An action as people read it: `user.role_assigned` is `User role assigned`. */
export function actionName(action: string): string {
  const words = action.replaceAll(/[._-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
