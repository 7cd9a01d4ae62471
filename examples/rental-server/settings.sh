# Of wp-config.php: DB_NAME.
DATABASE=example_db
# The folder of the site, which wp-config.php and wp-content are in.
FILES=/home/example/www.example.co.jp/public_html
BUCKET=example-backups
# The folder in the bucket.
SITE=site-a
# The address that Healthchecks shows for the check. Whoever knows it can report success.
PING=https://hc-ping.com/00000000-0000-4000-8000-000000000000
