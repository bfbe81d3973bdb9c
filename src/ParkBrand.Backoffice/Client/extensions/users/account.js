// What an account is and what may be done with it, apart from how it looks.

/** A lock only matters to somebody who could else sign in. */
export const stateOf = (user) => (user.state === 'active' && user.lockedUntil ? 'locked' : user.state);

export const states = ['active', 'invited', 'locked', 'disabled'];

export const stateColor = { invited: 'warning', active: 'positive', disabled: 'default', locked: 'danger' };

/** Actions in the order they are offered; `asks` wants a confirmation, `danger` shows it in red. */
export function actionsFor(user) {
  const disabled = user.state === 'disabled';
  return [
    !disabled && { name: user.state === 'invited' ? 'renewLink' : 'resetPassword', path: 'link', asks: true },
    stateOf(user) === 'locked' && { name: 'unlock', path: 'enable' },
    user.twoFactor && { name: 'resetTwoFactor', path: 'two-factor-reset', asks: true, danger: true },
    user.sessions > 0 && { name: 'signOut', path: 'sign-out', asks: true, danger: true },
    disabled && { name: 'enable', path: 'enable' },
    !disabled && !user.isYou && { name: 'disable', path: 'disable', asks: true, danger: true },
  ].filter(Boolean);
}

/** Key of what the form still lacks, or null; the server asks the same and more. */
export function problemOf({ isNew, name, userName, groups, startNode }, allGroups) {
  if (isNew && (!name?.trim() || (userName?.trim().length ?? 0) < 2)) return 'namesNeeded';
  if (groups.length === 0) return 'groupNeeded';
  return !startNode && allGroups.some((group) => group.ownStartNode && groups.includes(group.alias)) ? 'startNodeNeeded' : null;
}

export const pageCount = (total, size) => Math.max(1, Math.ceil(total / size));
