
package io.github.cnnclassifier.workflow.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/** A web server of this machine for itself, good or bad as the test wants. */
final class LoopbackServer implements AutoCloseable {

	private final HttpServer server;
	private final ExecutorService threads = Executors.newCachedThreadPool();
	private final Map<String, byte[]> files = new HashMap<>();
	private final List<String> requests = Collections.synchronizedList(
		new ArrayList<>());
	private volatile HttpHandler behavior = this::good;

	LoopbackServer() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress
			.getLoopbackAddress(), 0), 0);
		server.setExecutor(threads);
		server.createContext("/", this::answer);
		server.start();
	}

	LoopbackServer(final Map<String, byte[]> files) throws IOException {
		this();
		this.files.putAll(files);
	}

	/** Answers in another way from now on. */
	void handle(final HttpHandler newBehavior) {
		behavior = newBehavior;
	}

	private void answer(final HttpExchange exchange) throws IOException {
		final String range = exchange.getRequestHeaders().getFirst("Range");
		requests.add(name(exchange) + (range == null ? "" : " " + range));
		try (exchange) {
			behavior.handle(exchange);
		}
	}

	static String name(final HttpExchange exchange) {
		return exchange.getRequestURI().getPath().replaceFirst(".*/", "");
	}

	/** What was asked for, in order: a name, then the range if there was one. */
	List<String> requests() {
		return List.copyOf(requests);
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + server.getAddress().getPort() +
			"/data/");
	}

	/** Serves the files, parts of them too. */
	void good(final HttpExchange exchange) throws IOException {
		final byte[] content = files.get(name(exchange));
		if (content == null) {
			exchange.sendResponseHeaders(404, -1);
			return;
		}
		final String range = exchange.getRequestHeaders().getFirst("Range");
		if (range == null) {
			send(exchange, 200, content, 0);
			return;
		}
		final int start = Integer.parseInt(range.replaceAll("\\D", ""));
		if (start >= content.length) {
			exchange.sendResponseHeaders(416, -1);
			return;
		}
		exchange.getResponseHeaders().set("Content-Range", "bytes " + start + "-" +
			(content.length - 1) + "/" + content.length);
		send(exchange, 206, content, start);
	}

	static void send(final HttpExchange exchange, final int status,
		final byte[] content, final int start) throws IOException
	{
		exchange.sendResponseHeaders(status, content.length - start);
		exchange.getResponseBody().write(content, start, content.length - start);
	}

	/** Promises the whole file and sends its first half. */
	void half(final HttpExchange exchange) throws IOException {
		final byte[] content = files.get(name(exchange));
		exchange.sendResponseHeaders(200, content.length);
		exchange.getResponseBody().write(content, 0, content.length / 2);
		exchange.getResponseBody().flush();
	}

	/** Sends the first half and then nothing. */
	void stalled(final HttpExchange exchange) throws IOException {
		half(exchange);
		pause();
	}

	/** Until the server is closed. */
	static void pause() {
		try {
			Thread.sleep(60_000);
		}
		catch (final InterruptedException e) {
			throw new UncheckedIOException(new IOException(e));
		}
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}
}
