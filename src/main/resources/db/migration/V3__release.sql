-- Releases of the strategy, each whole and immutable, and the one in force.
create table release (
    id        varchar(80)                 not null,
    hash      varchar(64)                 not null,
    files     bytea                       not null,
    stored_at timestamp(6) with time zone not null,
    constraint pk_release primary key (id),
    constraint uq_release_hash unique (hash)
);

-- One row: which release is in force, on every instance.
create table active_release (
    singleton    integer                     not null,
    release_id   varchar(80)                 not null,
    activated_at timestamp(6) with time zone not null,
    constraint pk_active_release primary key (singleton),
    constraint fk_active_release_release_id foreign key (release_id) references release (id),
    constraint ck_active_release_singleton check (singleton = 1)
);
