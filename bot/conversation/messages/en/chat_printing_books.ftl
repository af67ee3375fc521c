### Printers and trims, as chats say it

chat-print-target = I know no printer or size called “{ $asked }”.{ $near ->
    [none] {" "}Please write one such as KDP 6x9, 부크크 신국판 or A5.
   *[other] {" "}Did you mean { $near }?
    }
