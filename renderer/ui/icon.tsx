import arrowLeft from 'bootstrap-italia/src/svg/it-arrow-left.svg?raw';
import arrowRight from 'bootstrap-italia/src/svg/it-arrow-right.svg?raw';
import calendar from 'bootstrap-italia/src/svg/it-calendar.svg?raw';
import check from 'bootstrap-italia/src/svg/it-check.svg?raw';
import checkCircle from 'bootstrap-italia/src/svg/it-check-circle.svg?raw';
import clock from 'bootstrap-italia/src/svg/it-clock.svg?raw';
import close from 'bootstrap-italia/src/svg/it-close.svg?raw';
import copy from 'bootstrap-italia/src/svg/it-copy.svg?raw';
import error from 'bootstrap-italia/src/svg/it-error.svg?raw';
import externalLink from 'bootstrap-italia/src/svg/it-external-link.svg?raw';
import file from 'bootstrap-italia/src/svg/it-file.svg?raw';
import flag from 'bootstrap-italia/src/svg/it-flag.svg?raw';
import folder from 'bootstrap-italia/src/svg/it-folder.svg?raw';
import hearing from 'bootstrap-italia/src/svg/it-hearing.svg?raw';
import helpCircle from 'bootstrap-italia/src/svg/it-help-circle.svg?raw';
import horn from 'bootstrap-italia/src/svg/it-horn.svg?raw';
import inbox from 'bootstrap-italia/src/svg/it-inbox.svg?raw';
import info from 'bootstrap-italia/src/svg/it-info-circle.svg?raw';
import key from 'bootstrap-italia/src/svg/it-key.svg?raw';
import list from 'bootstrap-italia/src/svg/it-list.svg?raw';
import lock from 'bootstrap-italia/src/svg/it-lock.svg?raw';
import minus from 'bootstrap-italia/src/svg/it-minus.svg?raw';
import note from 'bootstrap-italia/src/svg/it-note.svg?raw';
import pa from 'bootstrap-italia/src/svg/it-pa.svg?raw';
import hidden from 'bootstrap-italia/src/svg/it-password-invisible.svg?raw';
import visible from 'bootstrap-italia/src/svg/it-password-visible.svg?raw';
import pencil from 'bootstrap-italia/src/svg/it-pencil.svg?raw';
import plus from 'bootstrap-italia/src/svg/it-plus.svg?raw';
import print from 'bootstrap-italia/src/svg/it-print.svg?raw';
import refresh from 'bootstrap-italia/src/svg/it-refresh.svg?raw';
import restore from 'bootstrap-italia/src/svg/it-restore.svg?raw';
import search from 'bootstrap-italia/src/svg/it-search.svg?raw';
import settings from 'bootstrap-italia/src/svg/it-settings.svg?raw';
import telephone from 'bootstrap-italia/src/svg/it-telephone.svg?raw';
import trash from 'bootstrap-italia/src/svg/it-delete.svg?raw';
import user from 'bootstrap-italia/src/svg/it-user.svg?raw';
import video from 'bootstrap-italia/src/svg/it-video.svg?raw';
import warning from 'bootstrap-italia/src/svg/it-warning-circle.svg?raw';

const files = {
  arrowLeft, arrowRight, calendar, check, checkCircle, clock, close, copy, error, externalLink, file, flag, folder, hearing,
  helpCircle, horn, inbox, info, key, list, lock, minus, note, pa, hidden, visible, pencil, plus, print, refresh, restore, search,
  settings, telephone, trash, user, video, warning,
};
export type IconName = keyof typeof files;

const drawing = (svg: string) => svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));

/** A Bootstrap Italia icon beside words that say the same; it never stands alone, so readers skip it. */
export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  const className = large ? 'desk-icon desk-icon-large' : 'desk-icon';
  // The drawing comes from the build, never from data.
  return <svg className={className} viewBox="0 0 24 24" aria-hidden="true" focusable="false" dangerouslySetInnerHTML={{ __html: drawing(files[name]) }} />;
}
