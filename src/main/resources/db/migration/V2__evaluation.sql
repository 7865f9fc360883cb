-- The decision log: every verdict with what a replay needs. The answer is kept byte for byte.
create table evaluation (
    id          uuid                        not null,
    customer_id bigint                      not null,
    sender      varchar(64)                 not null,
    message_id  varchar(128)                not null,
    decided_at  timestamp(6) with time zone not null,
    asked_at    timestamp(6) with time zone not null,
    release_id  varchar(80)                 not null,
    outcome     varchar(16)                 not null,
    channel     varchar(64)                 not null,
    contact_id  uuid,
    message     bytea                       not null,
    facts       bytea                       not null,
    answer      bytea                       not null,
    constraint pk_evaluation primary key (id),
    constraint fk_evaluation_customer_id foreign key (customer_id) references customer (id)
);

create index ix_evaluation_customer_id_decided_at on evaluation (customer_id, decided_at);
