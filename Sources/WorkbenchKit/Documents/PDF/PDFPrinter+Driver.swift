extension PDFPrinter {
  /// What runs in WeasyPrint's Python: `print.py FOLDER COUNT READER`.
  ///
  /// `READER` is the process that waits for the pages and removes the folder. Where it was ended itself, or this one is
  /// told to end, the folder goes at once: pages of papers must not stay behind where nobody looks for them.
  static let driver = """
    import hashlib, logging, os, shutil, signal, sys, traceback

    folder, count, reader = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    starter = os.getpid()
    helpers = []
    endings = (signal.SIGTERM, signal.SIGHUP)
    for number in endings:
        signal.signal(number, lambda *_: sys.exit(1))
    # A thread that starts programs may have been told to hear no signals, and they inherit that.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, endings)

    def own(url, *rest, **more):
        if not url.startswith("data:"):
            raise ValueError("nothing is loaded: " + url)
        return weasyprint.default_url_fetcher(url, *rest, **more)

    def printed(first, step):
        fonts = FontConfiguration()
        for number in range(first, count, step):
            if os.getppid() != (reader if os.getpid() == starter else starter):
                sys.exit(1)  # Nobody waits for it any more.
            with open(f"{folder}/{number}.html", "rb") as file:
                page = file.read()
            name = hashlib.sha256(page).hexdigest()[:32].encode()
            document = weasyprint.HTML(string=page.decode(), url_fetcher=own, base_url="about:blank")
            document.write_pdf(f"{folder}/{number}.pdf", font_config=fonts, identifier=name)

    def beside(first, step):
        helper = os.fork()
        if helper:
            return helper
        code = 1
        try:
            printed(first, step)
            code = 0
        except SystemExit:
            pass
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
        finally:
            os._exit(code)

    # How many processes memory has room for: with a typeface of 65,000 characters each comes to 2.8 GB.
    def room():
        try:
            with open("/proc/meminfo") as file:
                free = next(int(line.split()[1]) for line in file if line.startswith("MemAvailable:"))
        except (OSError, StopIteration, ValueError):
            return 1
        return free // (3 << 20)

    def stopped(helper):
        try:
            os.kill(helper, signal.SIGKILL)
            os.waitpid(helper, 0)
        except OSError:
            pass

    done = False
    try:
        try:
            import weasyprint
            from weasyprint.text.fonts import FontConfiguration
        except ImportError:
            sys.exit(\(noModule))
        logging.disable(logging.CRITICAL)
        # Fonts are loaded after the fork: their library has threads.
        step = max(1, min(count, len(os.sched_getaffinity(0)), room(), 4))
        for first in range(1, step):
            helpers.append(beside(first, step))
        printed(0, step)
        done = not any([os.waitpid(helper, 0)[1] for helper in helpers])
        sys.exit(0 if done else 1)
    finally:
        if not done or os.getppid() != reader:
            for helper in helpers:
                stopped(helper)
            shutil.rmtree(folder, ignore_errors=True)

    """
}
