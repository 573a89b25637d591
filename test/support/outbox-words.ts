import { runOn } from './template-database.ts'

/**
 * From now on remembers what each row of the outbox was to say, in a table `outbox_words` with its id:
 * the row itself forgets it when it has been sent.
 */
export function keepOutboxWords({ url }: { url: string }): Promise<void> {
  return runOn(
    url,
    `create table outbox_words (id bigint primary key, words text);
     create function keep_outbox_words() returns trigger language plpgsql as $$ begin
       insert into outbox_words values (new.id, new.payload -> 'content' ->> 'text');
       return new;
     end $$;
     create trigger keep_outbox_words after insert on outbox
       for each row execute function keep_outbox_words()`,
  )
}
