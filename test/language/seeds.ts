/** Chains as people wrote them, and the smallest of each construct. */
export const chains: readonly string[] = [
  '/init → /data-validate → /ml-train → /ml-evaluate → /if:acc>90 → /ml-deploy',
  '/analyze-data → $data_quality=<result> → /if:$data_quality>0.8 → /ml-train → /else → /data-cleanup',
  '/init → /data-validate → /feature-engineer → /ml-train → /ml-evaluate → /if:accuracy>0.87 → /ml-deploy → /else → /hyperparameter-tune → /retrain',
  `/runpod-setup → parallel[
  /train:sigma-0.10 |
  /train:sigma-0.12 |
  /train:sigma-0.15 |
  /train:sigma-0.20
] → /results:aggregate → /best-model:select → /if:best-acc>0.90 → /deploy → /else → /analyze-failures`,
  '/code-review → /security-scan → /performance-test → /runpod-staging → /if:tests-pass → /runpod-production → /monitor-setup → /else → /rollback',
  '/monitor-performance → /if:drift-detected → /data-refresh → /retrain → /evaluate → /if:better-performance → /deploy → /monitor → /else → /continue-monitoring',
  '/train → $model_performance=0.87 → /if:$model_performance>0.85 → /deploy → /else → /optimize',
  '/data-validate → $data_quality=0.82 → /if:$data_quality>0.80 → /continue → /else → /data-cleanup',
  `parallel[
  ml-production-engineer:analyze-model-architecture |
  data-infrastructure-engineer:validate-data-pipeline |
  ml-observability-monitoring-engineer:setup-monitoring
] → /aggregate:analysis-results → /plan:next-steps`,
  '/data-infrastructure-engineer:data-quality-check → /ml-production-engineer:model-optimization → /ml-observability-monitoring-engineer:monitoring-setup',
  '/data-validate → /preprocess-time-series → /pretrain-bilstm → /fine-tune-simplelstm → /evaluate → /if:acc>0.87 → /deploy → /benchmark',
  '/code-package → /scp:deploy-to-runpod → /ssh:run-training → /scp:retrieve-results → /analyze → /store-results',
  '/create-variants → /deploy-variant-a → /deploy-variant-b → /collect-metrics → /statistical-test → /select-winner → /deploy-loser -> archive-variant',
  '/ml-train --model simple_lstm --device cuda --epochs 60',
  '/runpod-hpo --parameters sigma:0.10,0.12,0.15 --parallel 4',
  '/setup-monitoring --model simple_lstm --alerts performance,drift --dashboard',
  'if:$model_accuracy > 0.8 → /deploy → /retry',
  '/if:performance<85 → /optimize → /else → /deploy',
  '/analyze → $model_score=0.87 → /if:$model_score>0.85 → /deploy → /else → /optimize',
  'parallel[ml-engineer:sigma-0.10 | ml-engineer:sigma-0.12 | ml-engineer:sigma-0.15]',
  `/data-infrastructure-engineer:validate-data →
/ml-production-engineer:optimize-training →
command-orchestrator:deploy-and-monitor`,
  '/ml/run "test-augmented-training-data"',
  '/runpod-experiment parallel[sigma-0.10 | sigma-0.12 | sigma-0.15] → /results:aggregate',
  '/try:/train → /catch:training-failed → /fallback:use-backup-model → /else → /continue',
  '/try:/deploy → /catch:deployment-failed → /rollback → /notify-team → /retry-deployment',
  '/train-with-retry:3:backoff=300 → /if:success → /deploy → /else → /escalate',
  'case:$resource_type\n  ↳ gpu → /train_gpu\n  ↳ cpu → /train_cpu  \n  ↳ * → /error',
  'retry:3 delay:60 → /unstable_training',
  'fork:4 → /experiment_1 & /experiment_2 & /experiment_3 & /experiment_4',
  'droid:feature-developer → /implement_new_features',
  'barrier → $all_results_ready → /analysis',
  '$best_model = /select_best_model > winner.json',
  'state:save → checkpoint.json',
  'context:phase1_winner → $best_sigma → /phase2_experiments',
  'try: /risky_operation → catch:/fallback_strategy',
  'timeout:300 → /long_running_task',
  'on_failure → /cleanup && /notify_admin',
  '/data-quality-check → /hyperparameter-tuning → /parallel-training[sigma-variants] → /results-analysis → /best-model-deploy',
  '/a | /b',
  '/a & /b',
  '/a > result',
  '/a >> log.jsonl',
  '/a ${x + 1}',
  'finally → /cleanup',
  'repeat:5 until:acc>0.9 → /train',
  'budget:12usd → /train',
  '$best_model = /select_best_model > winner.json\n$phase1_results = /run_phase1 > phase1_results.json',
  '/try:/train → /catch:training-failed → /fallback:use-backup → /else → /continue',
  'fork:4 → /experiment_1 & /experiment_2 & /experiment_3 & /experiment_4\n\n# Barrier synchronization\nbarrier → $all_results_ready → /analysis',
  '/init → /data-validate → /ml-train → /ml-evaluate → /if:acc>0.87 → /ml-deploy',
  '/deploy --model simple_lstm --environment production --rollback-on-failure',
  '/code-review → /security-scan → /performance-test → /runpod-deploy → /monitor-setup',
  'droid:performance-engineer → /optimize_inference',
  'state:load → checkpoint.json',
];

/** Every construct at least once. */
export const kitchenSink = `# what there is
/init --flag "two words" 'lit $eral' a\\ b --x=$p --y="e \${$p + 1}" <result.a> → $x=<result> → $y=<result.val.accuracy> -> $z = "a b"
$w=\${$x * 2 - 1} → $v = /select --best > winner > winner.json → /log $v >> log.jsonl → /push > $pushed
parallel:max=2:min=1[ /a; /b | (/c → /d) | parallel[/e | /f] | if:acc > 0.5 → /g → /h | (/a | /b) ] → /results:aggregate;
/x && /y || (/z; /w) → /require:(acc >= 90% or not $ok) and train.f1 - 0.01 > -0.2 * 3
/a | /b x | /c && /d & /e → barrier → $ready → /train parallel:max=2[sigma-0.1 | sigma-0.2 --fast] → /train[sigmas] → /train[$list] --x
fork:2 → /a & retry:3 backoff:5m → /b && /c # the retries are for both
barrier
retry:3 delay:60 → timeout:2h → budget:12usd → repeat:5 until:acc>0.9 confidence 95% or status(train) → /train
/train-with-retry:2:delay=30 --x → droid:ml-engineer → /tune → /ml-engineer:tune
state:load → checkpoint.json → context:winner → $sigma → context:winner.f1 → $f1 → state:save → "check point.json"
/try:/a → /b → /catch:timeout → /c → /catch:* → /fallback:backup --x → /else → /d → /finally → /e → /end → /f
try: /a → catch:oom → /b → catch:/c
/if:delta(acc) > 0 and min(a, b, 1) < abs(c - round(d, 2)) → case:$x
  ↳ gpu|tpu* → /train_gpu → /try:/x → /catch:any → /y
  # the rest
  ↳ * → (case:step.mode ↳ a → /b ↳ * → /c)
/if:acc ≥ 0.9 →   # a comment
  /deploy → /elif:acc!='x' → bare → /else → /if:$x < 1 → /k → /end → /l → /end → /m
on_failure → /cleanup && /notify
finally → /report # last
`;
