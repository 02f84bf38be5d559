
package io.github.cnnclassifier.benchmark.backbone;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.model.ArchitectureJson;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.Progress;

final class ExportFeatures {

	/** folder sets arch state|random out perImage most */
	public static void main(final String[] args) throws Exception {
		final PictureSets reader = new PictureSets(Path.of(args[0]), CnnClassifier
			.tools(Progress.none()).reader());
		final Dl4jEngine engine = new Dl4jEngine(1, Progress.none());
		Weights weights;
		int classes = 10;
		final boolean random = args[3].equals("random");
		if (random) weights = null;
		else {
			weights = Checkpoint.read(Path.of(args[3])).weights();
			final List<Tensor> t = weights.tensors();
			classes = t.get(t.size() - 1).data().length;
		}
		final NetworkSpec spec = new NetworkSpec(ArchitectureJson.read("backbone",
			Files.readString(Path.of(args[2]))), new InputShape(1, Picture.SIDE,
				Picture.SIDE), classes);
		if (random) weights = engine.create(spec,
			new io.github.cnnclassifier.engine.TrainingOptions(1,
				new io.github.cnnclassifier.engine.Optimizer.AdamW(0.01), false)).weights();
		final boolean perImage = Boolean.parseBoolean(args[5]);
		final int most = Integer.parseInt(args[6]);
		try (Network network = engine.load(spec, weights)) {
			for (final String name : args[1].split(",")) {
				final PictureSet set = reader.read(name);
				final List<Picture> pictures = new ArrayList<>();
				set.byClass().forEach(l -> pictures.addAll(l.subList(0, Math.min(most, l
					.size()))));
				final int channels = pictures.stream().mapToInt(Picture::channels).max().orElseThrow();
				final int views = 8;
				try (DataOutputStream out = new DataOutputStream(
					new BufferedOutputStream(Files.newOutputStream(Path.of(args[4], name +
						".bin")), 1 << 20)))
				{
					out.writeInt(pictures.size());
					out.writeInt(views);
					out.writeInt(channels);
					int f = -1;
					for (final Picture p : pictures) {
						final float[] in = new float[views * channels * Picture.AREA];
						for (int c = 0; c < channels; c++) {
							float mean = set.mean(), dev = set.deviation();
							if (perImage) {
								double s = 0, q = 0;
								for (int i = 0; i < Picture.AREA; i++) {
									final double v = (p.values()[c % p.channels() * Picture.AREA + i] & 0xff) / 255.0;
									s += v;
									q += v * v;
								}
								mean = (float) (s / Picture.AREA);
								dev = (float) Math.sqrt(Math.max(1e-6, q / Picture.AREA - mean * mean));
							}
							for (int v = 0; v < views; v++) {
								for (int y = 0; y < 64; y++)
									for (int x = 0; x < 64; x++) {
										int yy = (v & 1) != 0 ? 63 - y : y;
										int xx = (v & 2) != 0 ? 63 - x : x;
										if ((v & 4) != 0) {
											final int t = yy;
											yy = xx;
											xx = t;
										}
										in[(v * channels + c) * Picture.AREA + y * 64 +
											x] = ((p.values()[c % p.channels() * Picture.AREA + yy * 64 + xx] & 0xff) / 255f - mean) / dev;
									}
							}
						}
						final float[] features = network.features(in, views * channels);
						if (f < 0) {
							f = features.length / views / channels;
							out.writeInt(f);
						}
						out.writeInt(p.label());
						for (final float v : features)
							out.writeFloat(v);
					}
				}
				System.out.println(name + " " + pictures.size());
			}
		}
	}
}
