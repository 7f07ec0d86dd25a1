//! Links that open a mail, a message or a call with everything filled in (F3): `mailto:` (RFC
//! 6068), `sms:` (RFC 5724) and `tel:` (RFC 3966).
//! Never sends anything: the person's own program opens with the text in it.

/// A mail to that address, with subject and body. Lines of the body end in CR LF, as the standard
/// asks.
#[must_use]
pub fn mail_link(address: &str, subject: &str, body: &str) -> String {
    let body = body.replace("\r\n", "\n").replace('\n', "\r\n");
    // The sign between name and host stays as it is.
    let address = address.trim().split('@').map(escaped).collect::<Vec<_>>().join("@");
    format!("mailto:{address}?subject={}&body={}", escaped(subject), escaped(&body))
}

/// A message to that number; the number may be empty, then the program asks for it.
#[must_use]
pub fn sms_link(number: &str, body: &str) -> String {
    format!("sms:{}?body={}", dialled(number), escaped(&body.replace("\r\n", "\n")))
}

/// A call to that number.
#[must_use]
pub fn phone_link(number: &str) -> String {
    format!("tel:{}", dialled(number))
}

/// The digits of a number as written, with a `+` at its beginning.
fn dialled(number: &str) -> String {
    let narrow = number.trim().chars().map(crate::id::narrow);
    let kept = narrow
        .enumerate()
        .filter(|(place, letter)| letter.is_ascii_digit() || (*place == 0 && *letter == '+'));
    kept.map(|(_, letter)| letter).collect()
}

/// UTF-8 in percent form; letters, digits and `-._~` as they are.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("a@b.cn", "Re: 1 & 2", "x", "mailto:a@b.cn?subject=Re%3A%201%20%26%202&body=x")]
    #[case("a@b.cn", "s", "1\n2", "mailto:a@b.cn?subject=s&body=1%0D%0A2")]
    #[case("a@b.cn", "s", "1\r\n2", "mailto:a@b.cn?subject=s&body=1%0D%0A2")]
    #[case("王@例.cn", "款", "+1", "mailto:%E7%8E%8B@%E4%BE%8B.cn?subject=%E6%AC%BE&body=%2B1")]
    #[case(" a?b@c.cn ", "", "", "mailto:a%3Fb@c.cn?subject=&body=")]
    fn a_mail_holds_everything(
        #[case] address: &str,
        #[case] subject: &str,
        #[case] body: &str,
        #[case] link: &str,
    ) {
        assert_eq!(mail_link(address, subject, body), link);
    }

    #[rstest]
    #[case("139 0000-0001", "欠款", "sms:13900000001?body=%E6%AC%A0%E6%AC%BE")]
    #[case("+86 139", "a b\r\nc", "sms:+86139?body=a%20b%0Ac")]
    #[case("", "x", "sms:?body=x")]
    fn a_message_holds_its_text(#[case] number: &str, #[case] body: &str, #[case] link: &str) {
        assert_eq!(sms_link(number, body), link);
    }

    #[rstest]
    #[case("+86 (10) 8888 0000", "tel:+861088880000")]
    #[case("１３９　００００", "tel:1390000")]
    fn a_call_holds_digits_only(#[case] number: &str, #[case] link: &str) {
        assert_eq!(phone_link(number), link);
    }
}
