import { useMailbox } from '../../store.ts';

/** How the list is cut into pages, as antd takes it; false: it is not, and scrolls. */
export function useRulePages() {
  const { rulesPerPage } = useMailbox();
  if (rulesPerPage === null) return false;
  return { pageSize: rulesPerPage, hideOnSinglePage: true, showSizeChanger: false };
}
