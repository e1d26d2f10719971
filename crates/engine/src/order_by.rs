//! Sorting for short lists.

/// Sorts by a key, keeping equal items in order. For lists of a screenful: the library's sorts are
/// faster beyond that, and each use of them adds two kilobytes to the page.
pub(crate) fn order_by<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && key(&items[at - 1]) > key(&items[at]) {
            items.swap(at - 1, at);
            at -= 1;
        }
    }
}
