//! One value handed from a browser event to a waiting `async` block.
//! Never blocks and never carries a second value.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

struct Slot<T> {
    value: Option<T>,
    waker: Option<Waker>,
}

/// The end that delivers; clones share the one delivery, and the first one counts.
pub(crate) struct Sender<T>(Rc<RefCell<Slot<T>>>);

/// The end that waits.
pub(crate) struct Receiver<T>(Rc<RefCell<Slot<T>>>);

/// A pair of ends for one value.
pub(crate) fn once<T>() -> (Sender<T>, Receiver<T>) {
    let slot = Rc::new(RefCell::new(Slot { value: None, waker: None }));
    (Sender(Rc::clone(&slot)), Receiver(slot))
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Sender<T> {
    /// Delivers the value and wakes the waiting block.
    pub(crate) fn send(&self, value: T) {
        let mut slot = self.0.borrow_mut();
        if slot.value.is_none() {
            slot.value = Some(value);
        }
        if let Some(waker) = slot.waker.take() {
            waker.wake();
        }
    }
}

impl<T> Future for Receiver<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let mut slot = self.0.borrow_mut();
        match slot.value.take() {
            Some(value) => Poll::Ready(value),
            None => {
                slot.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}
