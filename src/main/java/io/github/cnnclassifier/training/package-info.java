/**
 * Training. A {@link TrainingRun} makes epochs over its training side,
 * validates after each, hands every better model to a {@link CheckpointStore}
 * and stops for a {@link StopReason}. It works with any
 * {@link io.github.cnnclassifier.engine.Engine}, so tests use a fake.
 */

package io.github.cnnclassifier.training;
